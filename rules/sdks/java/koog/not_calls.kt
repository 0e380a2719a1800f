package examples.koog.others

import ai.koog.agents.core.tools.ToolRegistry
import ai.koog.prompt.dsl.prompt

class Executor {
    fun execute(order: String, shop: String) = order + shop
}

fun tools() {
    val registry = ToolRegistry { }
    val asked = prompt("a") { system("b") }
    Executor().execute("a", "b")
    println("$registry $asked")
}
