import { useEffect } from 'react';

/** What a key asks for in the list of tickets; null for keys that mean nothing here. */
export type Ask = 'next' | 'previous' | 'open' | 'select' | 'search' | 'create' | 'help';

const asks: Record<string, Ask> = { j: 'next', k: 'previous', Enter: 'open', x: 'select', '/': 'search', n: 'create', '?': 'help' };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Reads a key; keys that are typed into a field, pressed on a button or with a modifier ask for nothing. */
export function ask(event: Pressed, tag: string, editable: boolean): Ask | null {
  if (event.ctrlKey || event.metaKey || event.altKey || editable) return null;
  if (['INPUT', 'TEXTAREA', 'SELECT'].includes(tag)) return null;
  if (event.key === 'Enter' && ['A', 'BUTTON'].includes(tag)) return null;
  return asks[event.key] ?? null;
}

/** Tells of each key that asks for something, while no dialog is open. */
export function useListKeys(onAsk: (asked: Ask) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : document.body;
      const asked = ask(event, at.tagName, at.isContentEditable);
      if (!asked || document.querySelector('[role=dialog]:not([style*="display: none"])')) return;
      event.preventDefault();
      onAsk(asked);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onAsk]);
}

/** The row after or before the marked one; the first when none is marked. */
export function beside(keys: string[], marked: string | null, step: 1 | -1): string | null {
  if (keys.length === 0) return null;
  const at = marked ? keys.indexOf(marked) : -1;
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), keys.length - 1);
  return keys[next] ?? null;
}
