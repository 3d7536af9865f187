import type { StartTestMutationVariables, TestResultQuery } from './accounts.generated.js';

export type TestShownFragment = NonNullable<TestResultQuery['smtpAccountTest']>;
export type StageShownFragment = TestShownFragment['stages'][number];
export type TestInputOf = StartTestMutationVariables['input'];
