import { eachReply } from './evidence.js';
import { gmail, googleRelay } from './replies/google.js';

eachReply('Gmail', gmail, { host: 'smtp.gmail.com' });
eachReply('Google relay', googleRelay, { host: 'smtp-relay.gmail.com', banner: 'smtp-relay.gmail.com ESMTP x - gsmtp' });
