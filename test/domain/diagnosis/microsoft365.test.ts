import { eachReply } from './evidence.js';
import { microsoft365Submission, microsoft365Relay } from './replies/microsoft365.js';

eachReply('Microsoft 365 submission', microsoft365Submission, { host: 'smtp.office365.com' });
eachReply('Microsoft 365 relay', microsoft365Relay, { host: 'contoso-com.mail.protection.outlook.com', port: 25 });
