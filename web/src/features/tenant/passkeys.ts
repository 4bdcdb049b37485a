import type { Challenge } from './types';

/** Whether this browser can do passkeys here: over TLS or on localhost, and by name, as no passkey is made for an address of numbers. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  globalThis.isSecureContext &&
  !/^[\d.]+$|:/.test(location.hostname);

/** Thrown when the person, or the browser for them, called it off. */
export class CalledOff extends Error {}

const answer = async (asked: Promise<Credential | null>): Promise<string> => {
  try {
    const credential = await asked;
    if (credential instanceof PublicKeyCredential) return JSON.stringify(credential.toJSON());
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
  }
  throw new CalledOff();
};

export const makePasskey = ({ options }: Challenge): Promise<string> =>
  answer(navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) }));

export const askPasskey = ({ options }: Challenge): Promise<string> =>
  answer(navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) }));
