// Loaded before a server that a script starts: when the script is gone, however it went, so is the server.
process.on('disconnect', () => process.exit(0));
