// A build without the key makes one of its own: every form that was open at the next release would then be refused.
if (!process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) {
  console.error('请先设置 NEXT_SERVER_ACTIONS_ENCRYPTION_KEY（openssl rand -base64 32），构建和运行用同一个值。');
  process.exit(1);
}
