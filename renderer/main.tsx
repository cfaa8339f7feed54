import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { offerCommands } from './app/commands.ts';
import { followEvents } from './app/events.ts';
import { frameCommands } from './app/frameCommands.ts';
import { followAddress } from './app/routes.ts';
import { followShortcuts } from './app/shortcuts.ts';
import { setLanguage, useLanguage } from './app/language.ts';
import { followTheme } from './app/theme.ts';
import { followToday } from './app/today.ts';
import { followActivity } from './features/workspace/idleTouch.ts';
import { loadStatus } from './features/workspace/workspaceStore.ts';
import './styles/main.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

setLanguage(useLanguage.getState().language);
followTheme();
followAddress();
followShortcuts();
followEvents();
followActivity();
followToday();
offerCommands(frameCommands);
void loadStatus();

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
