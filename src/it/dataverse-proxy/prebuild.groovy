import io.github.solutionalm.dataverse.server.DataverseServer
import io.github.solutionalm.dataverse.server.ForwardProxy
import io.github.solutionalm.dataverse.server.ServerSettings

def settings = ServerSettings.in(new File(basedir, 'target/server').toPath())
context.server = DataverseServer.start(settings.named('contoso-test.crm4.dynamics.com'))
context.proxy = ForwardProxy.to(context.server.port(), 'proxy-user', 's3cret-of-the-proxy')
def text = new File(basedir, 'settings-of-the-story.xml').text
new File(basedir, 'target/settings.xml').text = text.replace('@port@', context.proxy.port() as String)
return true
