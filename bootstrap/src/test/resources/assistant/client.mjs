// A coding assistant as the makers of the Model Context Protocol build one: asks what its arguments
// say, a call an argument, and prints what it gets, one line of JSON each.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, token, ...calls] = process.argv.slice(2);
const transport = new StreamableHTTPClientTransport(new URL(url), {
  requestInit: { headers: { Authorization: `Bearer ${token}` } },
});
const client = new Client({ name: 'assistant', version: '1' });
const say = (what) => console.log(JSON.stringify(what));

try {
  await client.connect(transport);
  say({ server: client.getServerVersion().name, version: transport.protocolVersion });
  await client.ping();
  const { tools } = await client.listTools();
  say({ tools: tools.map((tool) => tool.name) });
  for (const call of calls) {
    const { name, arguments: given } = JSON.parse(call);
    try {
      const result = await client.callTool({ name, arguments: given });
      say({ text: result.content[0].text, isError: result.isError });
    } catch (failure) {
      say({ code: failure.code });
    }
  }
  await client.close();
} catch (failure) {
  say({ failed: failure.code ?? failure.name });
  process.exitCode = 1;
}
