#!/usr/bin/env node
// entry: kind=cli title=acme
console.log("hi");
