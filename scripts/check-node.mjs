// Runs before everything else, in syntax that an old Node can read.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  // biome-ignore lint/style/useTemplate: an old Node must get as far as this line
  console.error('需要 Node.js ' + wanted.join('.') + ' 或更新的版本，本机是 ' + process.versions.node + '。请升级后再运行。');
  process.exit(1);
}
