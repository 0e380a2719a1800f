package shop

// entry: kind=main title=kotlin example
fun main(args: Array<String>) {
    Import().main("no entry: it needs an object")
}

class Import {
    fun main(text: String) = println(text)
}
