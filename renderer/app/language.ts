import { create } from 'zustand';
import { type Language, languages, type Messages, messagesFor } from '#shared/i18n/catalogue.ts';

const storageKey = 'desk.language';

function readLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  return languages.find((language) => language === kept) ?? 'zh-CN';
}

export const useLanguage = create<{ readonly language: Language }>()(() => ({
  language: readLanguage(),
}));

export function setLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  useLanguage.setState({ language });
}

/** The words of the chosen language. */
export function useText(): Messages {
  return messagesFor(useLanguage((state) => state.language));
}

/** The same outside of components, read when it is needed. */
export function textNow(): Messages {
  return messagesFor(useLanguage.getState().language);
}
