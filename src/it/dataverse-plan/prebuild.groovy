import io.github.solutionalm.dataverse.server.DataverseServer
import io.github.solutionalm.dataverse.server.ServerSettings

context.server = DataverseServer.start(ServerSettings.in(new File(basedir, 'server').toPath()))
context.server.accept('token-of-the-story')
context.userProperties.put('story.url', context.server.url())
return true
