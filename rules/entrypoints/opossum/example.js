import CircuitBreaker from "opossum";

const ask = async (question) => question;
const apologise = () => "Later, please";

const breaker = new CircuitBreaker(ask, { timeout: 3000 });
breaker.fallback(apologise);
breaker.on("open", () => console.warn("open"));

export const answer = (question) => breaker.fire(question);
