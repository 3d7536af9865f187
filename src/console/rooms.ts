import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { Viewer } from './session/viewer.js';
import { may } from './session/viewer.js';
import { text } from './text/text.js';

/** A part of the console: where it is, who is led to it, and its pages, which are loaded when somebody goes there. */
export interface Room {
  readonly path: string;
  readonly group: string;
  readonly label: string;
  readonly open: (viewer: Viewer) => boolean;
  readonly routes: readonly { readonly path: string; readonly page: ComponentType<{ readonly id?: string }> }[];
}

const page = <M extends Record<string, unknown>, K extends keyof M>(load: () => Promise<M>, name: K) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType<{ readonly id?: string }> }));

export const ROOMS: readonly Room[] = [
  {
    path: '/accounts', group: text.shell.records, label: text.shell.accounts, open: (viewer) => may(viewer, 'SMTP_ACCOUNTS', 'ACCESS'),
    routes: [
      { path: '/accounts', page: page(async () => await import('./accounts/list-page.js'), 'ListPage') },
      { path: '/accounts/:id', page: page(async () => await import('./accounts/account-page.js'), 'AccountPage') },
    ],
  },
  {
    path: '/emails', group: text.shell.outbox, label: text.shell.emails, open: (viewer) => may(viewer, 'EMAILS', 'ACCESS') || may(viewer, 'EMAILS', 'ADD'),
    routes: [
      { path: '/emails', page: page(async () => await import('./emails/list-page.js'), 'ListPage') },
      { path: '/emails/compose', page: page(async () => await import('./emails/compose-page.js'), 'ComposePage') },
      { path: '/emails/:id', page: page(async () => await import('./emails/email-page.js'), 'EmailPage') },
    ],
  },
  {
    path: '/configuration', group: text.shell.configure, label: text.shell.configuration, open: (viewer) => may(viewer, 'SMTP_CONFIGURATION', 'ACCESS'),
    routes: [{ path: '/configuration', page: page(async () => await import('./configuration/configuration-page.js'), 'ConfigurationPage') }],
  },
];

export const roomsFor = (viewer: Viewer): Room[] => ROOMS.filter(({ open }) => open(viewer));
