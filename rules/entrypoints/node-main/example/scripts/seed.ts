// entry: kind=cli title=npm run seed
console.log("seeding");
