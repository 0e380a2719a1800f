import Groq from "groq-sdk";

new Groq().models.list();
