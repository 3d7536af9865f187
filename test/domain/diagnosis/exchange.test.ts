import { eachReply } from './evidence.js';
import { exchange } from './replies/exchange.js';

eachReply('Exchange', exchange, { banner: 'EX01.corp.example Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 10:00:00 +0000' });
