import outlines
import transformers

model = outlines.from_transformers(
    transformers.AutoModelForCausalLM.from_pretrained("x"),
    transformers.AutoTokenizer.from_pretrained("x"),
)
outlines.Generator(model, int)("How many?")


@outlines.prompt
def ask(what):
    """Question: {{what}}"""


ask("x")
