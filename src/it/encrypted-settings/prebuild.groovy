import com.sun.net.httpserver.HttpServer

// Something that is not a Dataverse environment: it keeps what it is sent, and knows nothing.
context.received = Collections.synchronizedList([])
context.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
context.server.createContext('/') { exchange ->
    context.received << exchange.requestHeaders.toString() + exchange.requestBody.text
    exchange.sendResponseHeaders(404, -1)
    exchange.close()
}
context.server.start()
context.userProperties.put('story.port', context.server.address.port as String)
return true
