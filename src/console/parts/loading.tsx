import { Loader } from '@mantine/core';
import { text } from '../text/text.js';

/** Something is on its way. */
export const Loading = () => <Loader role="status" aria-label={text.shell.loading} />;
