import axios from "axios";

axios.get("https://api.openai.com/v1/models");
axios.post("https://api.example.com/v1/things", { name: "gpt-4o" });
