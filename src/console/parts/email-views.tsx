import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { text } from '../text/text.js';

export interface EmailView { readonly label: string; readonly shown: ReactNode }

/** An email as HTML. Sandboxed: no script, no form, no way out; and the policy of the page lets it load nothing from elsewhere. */
export const HtmlFrame = ({ html }: { html: string }) => <iframe className="email-frame" sandbox="" srcDoc={html} title={text.emails.htmlFrame} />;

export const PlainText = ({ children, code = false }: { children: string; code?: boolean }) => <Text size={code ? 'xs' : 'sm'} className="words" {...(code ? { ff: 'monospace' } : {})}>{children}</Text>;

/** What an email is, looked at in one way or another; the first is shown first. */
export const EmailViews = ({ views, label }: { views: readonly EmailView[]; label: string }) => {
  const [chosen, setChosen] = useState(0);
  return (
    <Stack gap="sm">
      {views.length > 1 && <SegmentedControl size="xs" aria-label={label} w="fit-content" value={String(chosen)} onChange={(next) => setChosen(Number(next))} data={views.map((one, at) => ({ value: String(at), label: one.label }))} />}
      {views[chosen]?.shown}
    </Stack>
  );
};
