import java.nio.file.Files

// The package of the plan, with one line more.
def original = new File(basedir, '../../../src/it/quickstart/solutions/ContosoOrders_2_0_0_0_managed').toPath()
def changed = new File(basedir, 'changed').toPath()
Files.walk(original).withCloseable { files ->
    files.forEach { file ->
        def copy = changed.resolve(original.relativize(file).toString())
        if (Files.isDirectory(file)) {
            Files.createDirectories(copy)
        } else {
            Files.copy(file, copy)
        }
    }
}
new File(basedir, 'changed/customizations.xml').append('\n<!-- changed since -->\n')
