import { MantineProvider } from '@mantine/core';
import { Provider } from 'urql';
import { client } from './api/client.js';
import { Pages } from './pages.js';
import { Gate } from './session/gate.js';
import { Shell } from './shell/shell.js';
import { styleNonce } from './style-nonce.js';
import { theme } from './theme.js';

export const Console = () => (
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
    <Provider value={client}>
      <Gate>
        <Shell><Pages /></Shell>
      </Gate>
    </Provider>
  </MantineProvider>
);
