/** Run as a process of its own, where the file system can be made small: prints how a download ends. */
import { errorMessage } from '../../../src/action-error.ts';
import { testClient } from './client.ts';

const [url = '', destination = '', sha256 = ''] = process.argv.slice(2);
const outcome = await testClient()
  .download(url, destination, { what: 'The archive', sha256 })
  .then(() => 'done', errorMessage);
console.log(outcome);
