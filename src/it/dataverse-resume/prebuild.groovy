import io.github.solutionalm.dataverse.server.DataverseServer
import io.github.solutionalm.dataverse.server.ServerSettings

context.server = DataverseServer.start(ServerSettings.in(new File(basedir, 'target/server').toPath()))
context.server.accept('token-of-the-story')
// The job ends after so many requests: more than the first build finds time for.
context.server.script().on('ImportSolutionAsync').jobLasts(24)
context.userProperties.put('story.url', context.server.url())
return true
