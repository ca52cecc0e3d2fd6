/** What Botkit takes from botbuilder: the core as it is, and the classes that talk to Microsoft's cloud by name only. */
'use strict';

const core = require('botbuilder-core');
const { BotFrameworkAdapter, TeamsInfo } = require('../cloud-part/index.cjs');

module.exports = { ...core, BotFrameworkAdapter, TeamsInfo };
