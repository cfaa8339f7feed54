import { create } from 'zustand';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'desk.theme';

function readTheme(): Theme {
  const kept = localStorage.getItem(storageKey);
  return themes.find((theme) => theme === kept) ?? 'system';
}

export const useTheme = create<{ readonly theme: Theme }>()(() => ({ theme: readTheme() }));

export function setTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  useTheme.setState({ theme });
  showTheme();
}

/** Puts the theme on the page, and follows the system while that is what was chosen. */
export function followTheme(): void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];
  for (const query of queries) matchMedia(query).addEventListener('change', showTheme);
  showTheme();
}

function showTheme(): void {
  const { theme } = useTheme.getState();
  document.documentElement.dataset['theme'] = theme === 'system' ? systemTheme() : theme;
}

function systemTheme(): Exclude<Theme, 'system'> {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
