import { app } from 'electron';
import { messagesFor, type Messages } from '#shared/i18n/catalogue.ts';

/** Words of the menu and the system's dialogs: Chinese, unless the system speaks English. */
export function shellMessages(): Messages['shell'] {
  return messagesFor(app.getLocale().startsWith('en') ? 'en' : 'zh-CN').shell;
}
