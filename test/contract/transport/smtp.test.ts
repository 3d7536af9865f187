import { describe } from '@jest/globals';
import { createTransport } from '../../../src/transport/registry.js';
import { connectionsContract } from './connections-contract.js';
import { smtpContract } from './smtp-contract.js';

describe('SMTP', () => {
  smtpContract(createTransport);
  connectionsContract(createTransport);
});
