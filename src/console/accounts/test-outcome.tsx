import { Alert } from '@mantine/core';
import { Diagnosis } from '../parts/diagnosis.js';
import { text } from '../text/text.js';
import type { TestShownFragment } from './test-types.js';

const words = text.testing;

/** What a test came to, and where it failed, what to do. */
export const TestOutcome = ({ test: { state, messageId, emailTestTo, diagnosis } }: { test: TestShownFragment }) => {
  if (diagnosis !== null) return <Diagnosis diagnosis={diagnosis} />;
  switch (state) {
    case 'PASSED': return <Alert color="teal" p="sm">{messageId === null ? words.passed : words.passedSent(emailTestTo)}</Alert>;
    case 'CANCELLED': return <Alert color="gray" p="sm">{words.cancelled}</Alert>;
    case 'FAILED': return <Alert color="red" p="sm">{words.failed}</Alert>;
    case 'RUNNING': return <Alert p="sm">{words.running}</Alert>;
  }
};
