// The tests that `npm test` leaves out because they take minutes: `npm run test:full`.
module.exports = { ...require('./jest.config.json'), testMatch: ['**/*.full.ts'] };
