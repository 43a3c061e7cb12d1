package io.github.solutionalm.benchmark;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;

/** What is timed. */
enum Measure {
    INFLATE("Inflate") {
        @Override
        void run(Scenario scenario) throws Exception {
            BarePass.inflate(scenario.zip());
        }
    },
    WOODSTOX("Inflate, bare StAX pass (woodstox)") {
        @Override
        void run(Scenario scenario) throws Exception {
            XMLInputFactory factory = BarePass.configured(new WstxInputFactory());
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            BarePass.parse(scenario.zip(), factory);
        }
    },
    /** It knows no other way than with namespaces. */
    AALTO("Inflate, bare StAX pass (aalto)") {
        @Override
        void run(Scenario scenario) throws Exception {
            BarePass.parse(scenario.zip(), BarePass.configured(new InputFactoryImpl()));
        }
    },
    READ("Read") {
        @Override
        void run(Scenario scenario) throws Exception {
            try (OpenedPackage opened = OpenedPackage.open(scenario.zip(), Optional.empty())) {
                opened.read(ContentSink.NONE, ReadListener.NONE);
            }
        }
    },
    INSERTS("Bare inserts") {
        @Override
        void prepare(Scenario scenario) throws Exception {
            scenario.inserts();
            scenario.copyEmpty();
        }

        @Override
        void run(Scenario scenario) throws Exception {
            scenario.inserts().run(scenario.database());
        }
    },
    IMPORT("Import") {
        @Override
        void prepare(Scenario scenario) throws Exception {
            scenario.deleteDatabase();
        }

        @Override
        void run(Scenario scenario) throws Exception {
            scenario.importPackage();
        }
    },
    PLAN("Plan of an upgrade") {
        @Override
        void run(Scenario scenario) throws Exception {
            scenario.planUpgrade();
        }
    },
    REIMPORT("Import of the same version again") {
        @Override
        void prepare(Scenario scenario) throws Exception {
            scenario.copyImported();
        }

        @Override
        void run(Scenario scenario) throws Exception {
            scenario.importPackage();
        }
    };

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What has to be there before; not timed. */
    void prepare(Scenario scenario) throws Exception {}

    abstract void run(Scenario scenario) throws Exception;

    /** Runs it once. */
    final Sample time(Scenario scenario) throws Exception {
        prepare(scenario);
        Sample begin = Sample.now();
        run(scenario);
        return Sample.now().since(begin);
    }
}
