import Together from "together-ai";

new Together().models.list();
