import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { address, post } from '@/shared/api/http';
import { useWords, words } from '@/shared/i18n';
import { FilePick } from './FilePick';
import { ProblemPanel } from './ProblemPanel';

const text = words(
  {
    title: '用数字证书签署（UKey 或证书文件）',
    note: '私钥不离开您的电脑：取得待签文件，用您的签名工具生成 CMS/PKCS#7 分离签名（.p7s），再上传。支持 RSA、ECDSA 与 SM2。',
    pdf: '把签名写入 PDF（阅读器可直接查看）',
    take: '取得待签文件',
    download: '下载待签文件',
    openssl: 'OpenSSL 示例：',
    file: '签名文件（.p7s）',
    choose: '选择签名文件',
    send: '上传并验证',
    valid: '签名有效',
    invalid: '签名无效',
    unknown: '签名无误，但签发机构不受信任：须同时手写签名',
    yes: '通过',
    no: '不通过',
    open: '未能判断',
  },
  {
    title: 'Sign with a certificate (token or file)',
    note: 'Your private key stays on your computer: take the document, make a detached CMS/PKCS#7 signature (.p7s) with your own tool, and hand it in. RSA, ECDSA and SM2.',
    pdf: 'Put the signature into the PDF, where readers show it',
    take: 'Take the document',
    download: 'Download what is to be signed',
    openssl: 'With OpenSSL:',
    file: 'Signature file (.p7s)',
    choose: 'Choose the signature',
    send: 'Hand in and verify',
    valid: 'The signature is valid',
    invalid: 'The signature is not valid',
    unknown: 'Sound, but of no trusted authority: sign by hand as well',
    yes: 'passed',
    no: 'failed',
    open: 'not known',
  },
);

interface Offer {
  id: string;
  name: string;
  sha256: string;
  sm3: string;
}

export interface Certified {
  id: string;
  state: 'valid' | 'invalid' | 'unknown';
  subject: string;
  checks: { code: string; ok: boolean | null; words: string }[];
}

/** Signs the document of a matter with a certificate; tells the signature once it was looked at. */
export function CertificateSign({ about, onSigned }: { about: string; onSigned: (signature: Certified) => void }) {
  const t = useWords(text);
  const [pdf, setPdf] = useState(true);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [signed, setSigned] = useState<Certified | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const go = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const take = () =>
    go(async () => {
      setOffer(await post<Offer>('/signatures/offers', { about, pdf }));
      setSigned(null);
      setFile(null);
    });
  const send = () =>
    go(async () => {
      if (!offer || !file) return;
      const form = new FormData();
      form.append('file', file);
      const taken = await post<Certified>(`/signatures/offers/${offer.id}`, form);
      setSigned(taken);
      onSigned(taken);
    });
  return (
    <details className="stack-small">
      <summary>{t.title}</summary>
      <p className="soft">{t.note}</p>
      <div className="row">
        <Checkbox checked={pdf} onChange={(event) => setPdf(event.target.checked)}>
          {t.pdf}
        </Checkbox>
        <Button size="small" loading={busy && !offer} onClick={() => void take()}>
          {t.take}
        </Button>
      </div>
      {offer && (
        <>
          <p>
            <a href={address(`/signatures/offers/${offer.id}/content`)} download>
              {t.download}
            </a>{' '}
            <span className="soft">{offer.name}</span>
          </p>
          <p className="soft figures" style={{ overflowWrap: 'anywhere' }}>
            SHA-256 {offer.sha256}
            <br />
            SM3 {offer.sm3}
          </p>
          <div>
            <span className="soft">{t.openssl}</span>
            <pre style={{ whiteSpace: 'pre-wrap' }}>openssl cms -sign -binary -cades -md sha256 -in 待签文件 -signer 证书.pem -inkey 私钥.pem -outform DER -out signature.p7s</pre>
          </div>
          <div className="row">
            <FilePick label={t.file} button={t.choose} file={file} onPick={setFile} accept=".p7s,.p7b,.p7m,.pem,.der" />
            <Button size="small" type="primary" disabled={!file} loading={busy} onClick={() => void send()}>
              {t.send}
            </Button>
          </div>
        </>
      )}
      {signed && (
        <div role="status">
          <span className={`tag ${signed.state === 'valid' ? 'tag-good' : signed.state === 'invalid' ? 'tag-bad' : 'tag-warn'}`}>{t[signed.state]}</span>
          <ul>
            {signed.checks.map((check) => (
              <li key={check.code}>
                <strong>{check.ok === null ? t.open : check.ok ? t.yes : t.no}</strong> {check.words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem !== null && <ProblemPanel problem={problem} />}
    </details>
  );
}
