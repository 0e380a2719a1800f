package shop

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

fun nightly() = runBlocking {
    withContext(Dispatchers.IO) { ask() }
}

suspend fun both() = coroutineScope {
    launch { ask() }
    ask()
}

private fun ask() = "news"
