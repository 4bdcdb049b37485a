import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';

type Entry = string | ((...values: never[]) => string);
type Same<Z> = { [K in keyof Z]: Z[K] extends (...values: infer A) => string ? (...values: A) => string : string };

/** One feature's words in both languages. The compiler refuses a word that only one of them has. */
export interface Words<Z> {
  zh: Z;
  en: Z;
}

/** Chinese first: it decides which words there are. */
export function words<const Z extends Record<string, Entry>>(zh: Z, en: Same<Z>): Words<Same<Z>> {
  return { zh: zh as unknown as Same<Z>, en };
}

interface Choice {
  language: Language;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<Choice>({ language: 'zh', choose: () => undefined });
const memory = 'shouyue.language';

/** The language kept for a person, or for whoever used this browser last. */
export function keptLanguage(person: string | null): Language | null {
  const kept = localStorage.getItem(person ? `${memory}.${person}` : memory);
  return kept === 'zh' || kept === 'en' ? kept : null;
}

export function keepLanguage(person: string | null, language: Language): void {
  localStorage.setItem(memory, language);
  if (person) localStorage.setItem(`${memory}.${person}`, language);
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => keptLanguage(null) ?? 'zh');
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>;
}

export const useLanguage = (): Choice => useContext(LanguageContext);

export function useWords<Z>(dictionary: Words<Z>): Z {
  return dictionary[useLanguage().language];
}
