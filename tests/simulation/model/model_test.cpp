// The protocol of design 02 explored completely for one seat: the right rules are clean, every wrong one is found.
#include "tests/simulation/model/explorer.h"

#include <QTest>

#include <chrono>
#include <cstdio>

using namespace parterre::model;

namespace {

struct SmallWorld
{
    const char* name;
    Bounds bounds;
};

Bounds boundsOf(std::array<unsigned, counters> ops, bool restore, bool disk)
{
    Bounds bounds;
    bounds.ops = ops;
    bounds.restore = restore;
    bounds.rollBack = bounds.falseAlarm = disk;
    return bounds;
}

// Together they reach every situation. All disasters at once need a larger world than a short run can explore.
std::vector<SmallWorld> worlds()
{
    std::vector<SmallWorld> all{{"long journals", boundsOf({4, 3}, false, false)},
                                {"a disk is rolled back", boundsOf({2, 2}, false, true)},
                                {"the server is restored", boundsOf({2, 2}, true, false)},
                                {"both", boundsOf({1, 1}, true, true)}};
    if (qEnvironmentVariableIsSet("PARTERRE_TEST_LONG")) {
        all.push_back({"a disk is rolled back, longer", boundsOf({3, 2}, false, true)});
        all.push_back({"the server is restored, longer", boundsOf({3, 2}, true, false)});
        all.push_back({"both, longer", boundsOf({2, 1}, true, true)});
    }
    return all;
}

struct Mistake
{
    const char* name;
    bool Rules::*rule;
    Bounds bounds;
    Property broken; // one of them; for a wrong variant that which is broken first
};

// No paper here may be one too many: none is provisional, and nobody signs.
Bounds strictBounds(bool restore, bool disk)
{
    Bounds bounds = boundsOf({2, 1}, restore, disk);
    bounds.provisional = bounds.writeOff = false;
    return bounds;
}

const std::vector<Mistake>& wrongVariants()
{
    static const std::vector<Mistake> all{
        {"reclaim on a timer", &Rules::reclaimOnTimer, strictBounds(false, false), Property::AuthorityStays},
        {"stored grant replayed", &Rules::replayStoredGrant, strictBounds(true, false), Property::OneGoodPaper},
        {"print before fsync", &Rules::printBeforeFsync, strictBounds(false, false), Property::PrintedIsOnDisk},
        {"restore keeps the log id", &Rules::restoreKeepsLogId, strictBounds(true, false), Property::AuthorityStays},
        {"suspect device seals", &Rules::suspectSeals, strictBounds(false, true), Property::SuspectNeverSeals},
    };
    return all;
}

const std::vector<Mistake>& smallMistakes()
{
    const Bounds plain = boundsOf({2, 1}, false, false);
    const Bounds longer = boundsOf({3, 1}, false, false);
    const Bounds disk = boundsOf({2, 1}, false, true);
    const Bounds restore = boundsOf({2, 1}, true, false);
    static const std::vector<Mistake> all{
        {"reply before commit", &Rules::replyBeforeCommit, plain, Property::AcknowledgedStays},
        {"replay decides again", &Rules::replayDecidesAgain, plain, Property::OutcomeStays},
        {"send before fsync", &Rules::sendBeforeFsync, plain, Property::SentIsOnDisk},
        {"fork ignored", &Rules::forkIgnored, disk, Property::ForkQuarantines},
        {"gap taken for a fork", &Rules::gapIsFork, plain, Property::OnlyForksDo},
        {"refusal blocks the stream", &Rules::refusalBlocksStream, plain, Property::BecomesQuiet},
        {"old grant believed", &Rules::oldGrantBelieved, longer, Property::OneGoodPaper},
        {"old log believed", &Rules::oldLogBelieved, restore, Property::OneGoodPaper},
        {"capture always wins", &Rules::captureAlwaysWins, plain, Property::OneOwner},
        {"write-off unsigned", &Rules::writeOffUnsigned, plain, Property::AuthorityStays},
        {"restore keeps the log id", &Rules::restoreKeepsLogId, restore, Property::FencesGrow},
        {"opens on the first Hello", &Rules::opensOnFirstHello, restore, Property::OneGoodPaper},
        {"frozen facts decided at once", &Rules::frozenDecidesAtOnce, restore, Property::ToldStays},
        {"captures forgotten", &Rules::capturesForgotten, restore, Property::OneGoodPaper},
    };
    return all;
}

Setup setupOf(const Mistake& mistake)
{
    Setup setup;
    setup.rules.*mistake.rule = true;
    setup.bounds = mistake.bounds;
    return setup;
}

QByteArray inLines(const Finding& finding)
{
    QByteArray text = QByteArray(nameOf(finding.property)) + " is broken:";
    for (const std::string& line : finding.trace)
        text += "\n    " + QByteArray::fromStdString(line);
    return text;
}

void say(const QByteArray& text)
{
    std::printf("%s\n", text.constData());
    std::fflush(stdout);
}

} // namespace

class ModelTest : public QObject
{
    Q_OBJECT

    std::size_t m_states = 0;
    double m_seconds = 0;
    unsigned m_wrongVariantsFound = 0;

    // One of the runs that the summary line counts.
    Exploration explore(const Setup& setup, Properties wanted)
    {
        const auto start = std::chrono::steady_clock::now();
        Exploration result = Explorer(setup).run(wanted);
        m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        m_states += result.states;
        return result;
    }

private Q_SLOTS:
    void rightProtocolIsClean()
    {
        std::array<std::size_t, situationCount> met{};
        for (const SmallWorld& world : worlds()) {
            const Exploration result = explore({Rules{}, world.bounds}, ~Properties(0));
            say(QByteArray("model: right protocol, ") + world.name +
                ": states=" + QByteArray::number(qulonglong(result.states)) +
                " steps=" + QByteArray::number(qulonglong(result.steps)) +
                " depth=" + QByteArray::number(qulonglong(result.depth)) +
                " longest_healing=" + QByteArray::number(qulonglong(result.longestHealing)));
            for (unsigned n = 0; n < situationCount; ++n)
                met[n] += result.situations[n];
            if (!result.findings.empty())
                QFAIL((QByteArray(world.name) + ": " + inLines(result.findings.front())).constData());
            QVERIFY(result.longestHealing > 0);
        }
        for (unsigned n = 0; n < situationCount; ++n)
            QVERIFY2(met[n] > 0, nameOf(Situation(n)));
    }

    void wrongVariantSellsTwice_data() { rows(wrongVariants()); }
    void wrongVariantSellsTwice()
    {
        QFETCH(std::size_t, index);
        const Mistake& variant = wrongVariants().at(index);
        const Exploration result = explore(setupOf(variant), bit(Property::OneGoodPaper));
        const Finding* sold = result.find(Property::OneGoodPaper);
        QVERIFY2(sold, variant.name);
        say(QByteArray("model: ") + variant.name + ": steps=" + QByteArray::number(qulonglong(sold->trace.size())) +
            " states=" + QByteArray::number(qulonglong(result.states)));
        for (const Finding& finding : result.findings)
            say("  " + inLines(finding));
        QCOMPARE(nameOf(result.findings.front().property), nameOf(variant.broken));
        ++m_wrongVariantsFound;
    }

    void smallMistakeIsFound_data() { rows(smallMistakes()); }
    void smallMistakeIsFound()
    {
        QFETCH(std::size_t, index);
        const Mistake& mistake = smallMistakes().at(index);
        const Exploration result = Explorer(setupOf(mistake)).run(bit(mistake.broken));
        QVERIFY2(result.find(mistake.broken), nameOf(mistake.broken));
    }

    void everyPropertyHasAMistakeThatBreaksIt()
    {
        Properties broken = 0;
        for (const Mistake& mistake : wrongVariants())
            broken |= bit(mistake.broken);
        for (const Mistake& mistake : smallMistakes())
            broken |= bit(mistake.broken);
        for (unsigned n = 0; n < propertyCount; ++n)
            QVERIFY2(broken >> n & 1, nameOf(Property(n)));
    }

    void cleanupTestCase()
    {
        std::printf("model: states=%zu seconds=%.1f wrong_variants_found=%u/%zu\n", m_states, m_seconds,
                    m_wrongVariantsFound, wrongVariants().size());
    }

private:
    static void rows(const std::vector<Mistake>& mistakes)
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t index = 0; index < mistakes.size(); ++index)
            QTest::newRow(mistakes[index].name) << index;
    }
};

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"
