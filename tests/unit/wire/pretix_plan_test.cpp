// Plans of other projects come in whole; hostile ones are refused with the place; what goes out comes back the same.
#include <QTest> // first: moc 6.4 cannot read <chrono> of libstdc++ 12 before Qt

#include "sync/wire/pretix_plan.h"
#include "sync/wire/snapshot.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace parterre;

namespace {

// Quotes are easier to read without backslashes.
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

// A plan of one zone with one row; `seat` is what its second seat says after number and id.
QByteArray planWithSeat(const char* seat)
{
    return json("{'name':'P','size':{'width':100,'height':100},'categories':[{'name':'A','color':'#ff0000'}],"
                "'zones':[{'name':'Z','position':{'x':0,'y':0},'areas':[],'rows':[{'row_number':'1',"
                "'position':{'x':10,'y':20},'seats':["
                "{'seat_number':'1','seat_guid':'a','position':{'x':0,'y':0},'category':'A'},"
                "{'seat_number':'2','seat_guid':'b',") +
           json(seat) + json("}]}]}]}");
}

const char* const goodSeat = "'position':{'x':25,'y':0},'category':'A'";

const ImportGroup* group(const std::vector<ImportGroup>& groups, const char* kind)
{
    for (const ImportGroup& candidate : groups)
        if (candidate.kind == kind)
            return &candidate;
    return nullptr;
}

QJsonObject objectAt(double x, double y)
{
    return {{QStringLiteral("x"), x}, {QStringLiteral("y"), y}};
}

// Two zones whose seats carry the same ids, and rows that repeat their names inside each zone: what real plans do.
QByteArray repeatingPlan()
{
    QJsonArray zones;
    for (const char* zone : {"Ground floor", "Balcony"}) {
        QJsonArray rows;
        for (int row = 0; row < 4; ++row) {
            QJsonArray seats;
            for (int seat = 0; seat < 10; ++seat)
                seats.append(QJsonObject{{QStringLiteral("seat_number"), QString::number(seat + 1)},
                                         {QStringLiteral("seat_guid"), QStringLiteral("%1-%2").arg(row).arg(seat)},
                                         {QStringLiteral("position"), objectAt(25 * seat, 0)},
                                         {QStringLiteral("category"), QStringLiteral("A")}});
            rows.append(
                QJsonObject{{QStringLiteral("row_number"), row % 2 == 0 ? QStringLiteral("A") : QStringLiteral("B")},
                            {QStringLiteral("position"), objectAt(0, 25 * row)},
                            {QStringLiteral("seats"), seats}});
        }
        zones.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(zone)},
                                 {QStringLiteral("position"), objectAt(0, zones.size() * 200)},
                                 {QStringLiteral("rows"), rows}});
    }
    const QJsonObject category{{QStringLiteral("name"), QStringLiteral("A")},
                               {QStringLiteral("color"), QStringLiteral("#fa0")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("name"), QStringLiteral("Repeating")},
                                     {QStringLiteral("categories"), QJsonArray{category}},
                                     {QStringLiteral("zones"), zones},
                                     {QStringLiteral("size"),
                                      QJsonObject{{QStringLiteral("width"), 500}, {QStringLiteral("height"), 500}}}})
        .toJson();
}

// What the brief calls shared data lies beside the repository; without it the project's own plans must do.
QString sharedPlan(const char* name)
{
    return QStringLiteral(PARTERRE_SOURCE_DIR "/../shared/data/") + QString::fromLatin1(name);
}

} // namespace

class PretixPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePlans_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("sections");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("seats");
        QTest::addColumn<int>("repeatedIds");
        QTest::addColumn<int>("repeatedRows");
        QTest::newRow("repeating") << repeatingPlan() << 2 << 8 << 80 << 40 << 4;
        const auto shared = [](const char* name, int sections, int rows, int seats, int ids, int rowNames) {
            QFile file(sharedPlan(name));
            if (file.open(QIODevice::ReadOnly))
                QTest::newRow(name) << file.readAll() << sections << rows << seats << ids << rowNames;
        };
        shared("pretix/plan.en.json", 2, 35, 1057, 84, 0);
        shared("seatmap-canvas/stadium.json", 2, 90, 738, 420, 60);
    }
    void wholePlans()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, sections);
        QFETCH(int, rows);
        QFETCH(int, seats);
        QFETCH(int, repeatedIds);
        QFETCH(int, repeatedRows);
        const PlanImport import = importPretixPlan(text);
        QVERIFY2(import.parts, import.report.text().c_str());
        QCOMPARE(static_cast<int>(import.report.sections), sections);
        QCOMPARE(static_cast<int>(import.report.rows), rows);
        QCOMPARE(static_cast<int>(import.report.seats), seats);
        QCOMPARE(import.parts->seats.size(), static_cast<std::size_t>(seats));
        const ImportGroup* ids = group(import.report.changed, "repeated seat ids");
        QCOMPARE(ids ? static_cast<int>(ids->count) : 0, repeatedIds);
        QVERIFY(!ids || ids->lines.size() <= ImportGroup::maxLines);
        const ImportGroup* names = group(import.report.changed, "repeated row names");
        QCOMPARE(names ? static_cast<int>(names->count) : 0, repeatedRows);
        const auto plan = SeatPlan::create(*import.parts);
        QVERIFY2(plan.ok(), plan.ok() ? "" : plan.error().detail.c_str());
        // Every seat has one label and is found by it.
        for (std::uint32_t i = 0; i < (*plan)->seatCount(); ++i)
            QVERIFY((*plan)->seatByLabel((*plan)->label(SeatIndex{i})) == SeatIndex{i});
    }
    void wholePlansComeBackFromExport_data() { wholePlans_data(); }
    void wholePlansComeBackFromExport()
    {
        QFETCH(QByteArray, text);
        const SeatPlanParts parts = *importPretixPlan(text).parts;
        SeatPlanParts again = *importPretixPlan(exportPretixPlan(parts)).parts;
        for (std::size_t i = 0; i < parts.seats.size(); ++i)
            again.seats[i].alias = parts.seats[i].alias; // ids are made unique on the way out
        QVERIFY(again.seats == parts.seats);
        QVERIFY(again.decorations == parts.decorations);
        QVERIFY(again == parts);
        QVERIFY(*decodePlan(encodePlan(parts)) == parts);
    }

    void rowNamesRepeatedInOneZoneAreNumbered()
    {
        const PlanImport import = importPretixPlan(repeatingPlan());
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < import.parts->sections[0].count; ++i)
            names.push_back(import.parts->rows[i].name);
        QVERIFY((names == std::vector<std::string>{"A", "B", "A·2", "B·2"}));
        const ImportLine& line = group(import.report.changed, "repeated row names")->lines.front();
        QCOMPARE(line.place, std::string("zones[0].rows[2].row_number"));
        QCOMPARE(line.sentence, std::string("row A of Ground floor is now A·2"));
    }

    void positionsAreZonePlusRowPlusSeatInMetres()
    {
        const PlanImport import = importPretixPlan(planWithSeat(goodSeat));
        QVERIFY2(import.parts, import.report.text().c_str());
        QCOMPARE(import.report.changedCount(), std::uint64_t{0});
        QVERIFY((import.parts->seats[1].at == Point{0.7, 0.4})); // 35 and 20 units of 20 mm
        QCOMPARE(import.parts->width, 2.0);
        QCOMPARE(import.parts->seats[1].alias, std::string("b"));
        QVERIFY((import.parts->priceAreas[0].colour == Rgb{255, 0, 0}));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QByteArray& text, const char* place, const char* sentence) {
            QTest::newRow(name) << text << QString::fromUtf8(place) << QString::fromUtf8(sentence);
        };
        const char* const seat = "zones[0].rows[0].seats[1]";
        const auto of = [seat](const char* member) { return QByteArray(seat) + member; };
        row("empty", "", "line 1, column 1", "illegal value");
        row("wrong JSON", "{\n \"zones\": [\n  {]\n}", "line 3, column 5", "unterminated object");
        row("cut off", planWithSeat(goodSeat).chopped(30), "line 1, column 340", "invalid termination by number");
        row("not an object", "[1]", "file", "is not a JSON object");
        row("NaN as a word", planWithSeat("'position':{'x':NaN,'y':0},'category':'A'"), "line 1, column 339",
            "illegal number");
        row("NaN as a text", planWithSeat("'position':{'x':'NaN','y':0},'category':'A'"), of(".position.x"),
            "is not a number from −1666666 to 1666666");
        row("infinite", planWithSeat("'position':{'x':0,'y':1e308},'category':'A'"), of(".position.y"),
            "is not a number from −1666666 to 1666666");
        row("beyond doubles", planWithSeat("'position':{'x':0,'y':1e999},'category':'A'"), "line 1, column 350",
            "illegal number");
        row("no position", planWithSeat("'category':'A'"), of(".position"), "is not an object with x and y");
        row("no x", planWithSeat("'position':{'y':0},'category':'A'"), of(".position.x"), "is missing");
        row("missing category", planWithSeat("'position':{'x':0,'y':0}"), of(".category"),
            "is missing: its price would be unknown");
        row("null category", planWithSeat("'position':{'x':0,'y':0},'category':null"), of(".category"),
            "is missing: its price would be unknown");
        row("unknown category", planWithSeat("'position':{'x':0,'y':0},'category':'B'"), of(".category"),
            "B is not among the categories of the plan");
        row("seats no array", json("{'zones':[{'rows':[{'seats':7}]}]}"), "zones[0].rows[0].seats", "is not an array");
        row("seat no object", json("{'zones':[{'rows':[{'seats':[7]}]}]}"), "zones[0].rows[0].seats[0]",
            "is not an object");
        row("no zones", "{}", "zones", "is missing");
        row("nothing to sell", json("{'zones':[]}"), "zones", "holds no seat and no standing area");
        row("deep", QByteArray(10'000, '['), "line 1, column 65", "nested deeper than 64 levels");
        row("deep inside", planWithSeat(goodSeat).replace("[]", QByteArray(10'000, '[') + QByteArray(10'000, ']')),
            "line 1, column 208", "nested deeper than 64 levels");
        row("many values", QByteArray("[") + QByteArray("0,").repeated(7'000'000), "line 1, column 12000001",
            "more than 6000000 values");
        row("33 MiB", QByteArray(33 * 1024 * 1024, ' '), "file", "is larger than 32 MiB");
    }
    void refusals()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, sentence);
        const PlanImport import = importPretixPlan(text);
        QVERIFY(!import.parts);
        QVERIFY(!import.report.refused.empty());
        const ImportLine& line = import.report.refused.front().lines.front();
        QCOMPARE(QString::fromStdString(line.place), place);
        QCOMPARE(QString::fromStdString(line.sentence), sentence);
    }

    void aFileOf200MegabytesIsNotRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("huge.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(200 * 1024 * 1024)); // sparse
        const PlanImport import = importPretixFile(file.fileName());
        QVERIFY(!import.parts);
        QCOMPARE(import.report.refused.front().lines.front().sentence, std::string("is larger than 32 MiB"));
        QCOMPARE(importPretixFile(folder.filePath(QStringLiteral("none.json"))).report.refused.front().kind,
                 std::string("unreadable"));
    }

    void tooManySeatsAreRefused()
    {
        QByteArray text = json("{'categories':[{'name':'A'}],'zones':[{'name':'Z','rows':[{'row_number':'1','seats':[");
        const QByteArray seat = json("{'position':{'x':1,'y':1},'category':'A'},");
        text.reserve(seat.size() * 260'000);
        for (std::size_t i = 0; i <= SeatPlan::maxSeats; ++i)
            text += seat;
        text.chop(1);
        const PlanImport import = importPretixPlan(text + "]}]}]}");
        QVERIFY(!import.parts);
        QVERIFY(group(import.report.refused, "too much"));
        QVERIFY(import.report.text().size() < 20'000); // bounded whatever the file holds
    }

    void adjustmentsAreReported()
    {
        const PlanImport import = importPretixPlan(json(
            "{'categories':[{'name':'A','color':'chartreuse'},{'name':'A'}],'zones':["
            "{'name':'Left/Right','rows':[{'row_number':7,'seats':["
            "{'seat_number':'1','position':{'x':1,'y':1},'category':'A','parterre_attributes':['wheelchair','sofa']},"
            "{'seat_number':'1','position':{'x':30,'y':1},'category':'A'},"
            "{'seat_number':' ','position':{'x':60,'y':1},'category':'A','parterre_attributes':['restricted_view']}]},"
            "{'row_number':'8','seats':[]}]},"
            "{'name':'Left-Right','rows':[{'seats':[{'seat_number':'9','position':{'x':0,'y':0},'category':'A'}]}],"
            "'areas':[{'shape':'cloud','position':{'x':0,'y':0}}]}]}"));
        QVERIFY2(import.parts, import.report.text().c_str());
        const SeatPlanParts& parts = *import.parts;
        QCOMPARE(parts.name, std::string("Plan"));
        QCOMPARE(parts.sections[0].name, std::string("Left-Right"));
        QCOMPARE(parts.sections[1].name, std::string("Left-Right·2"));
        QCOMPARE(parts.rows[0].name, std::string("7"));
        QCOMPARE(parts.rows[1].name, std::string("1"));
        QCOMPARE(parts.seats[1].number, std::string("1·2"));
        QCOMPARE(parts.seats[2].number, std::string("3"));
        QCOMPARE(int(parts.seats[0].attributes), int(Wheelchair));
        QCOMPARE(int(parts.seats[2].attributes), int(RestrictedView));
        for (const char* kind : {"colours not understood", "repeated categories", "names adjusted",
                                 "repeated section names", "repeated seat numbers", "unknown attributes",
                                 "rows left out", "drawings left out", "missing positions", "size adjusted"})
            QVERIFY2(group(import.report.changed, kind), kind);
        QVERIFY(import.report.text().find("zones[0].name: Left/Right is now Left-Right\n") != std::string::npos);
    }

    void drawingsStageAndStandingAreas()
    {
        const QByteArray text =
            json("{'name':'Club','size':{'width':500,'height':500},'categories':[{'name':'Floor','color':'#102030'}],"
                 "'zones':[{'name':'Room','position':{'x':100,'y':0},'rows':[],'areas':["
                 "{'shape':'rectangle','color':'#eee','position':{'x':0,'y':0},'rectangle':{'width':100,'height':50},"
                 "'text':{'position':{'x':50,'y':25},'text':'Stage'}},"
                 "{'shape':'circle','color':'transparent','position':{'x':50,'y':50},'circle':{'radius':25}},"
                 "{'shape':'ellipse','rotation':90,'position':{'x':50,'y':50},'ellipse':{'radius':{'x':50,'y':25}}},"
                 "{'shape':'rectangle','rotation':90,'position':{'x':0,'y':0},'rectangle':{'width':100,'height':50}},"
                 "{'shape':'text','position':{'x':50,'y':400},'text':{'text':'EXIT','size':20}},"
                 "{'shape':'polygon','position':{'x':0,'y':100},'polygon':{'points':[{'x':0,'y':0},{'x':100,'y':0},{'x'"
                 ":0,'y':100}]},"
                 "'parterre_standing':{'name':'Pit','capacity':800,'category':'Floor'}}]}]}");
        const PlanImport import = importPretixPlan(text);
        QVERIFY2(import.parts, import.report.text().c_str());
        const SeatPlanParts& parts = *import.parts;
        QVERIFY(parts.sections.empty());
        QVERIFY((parts.focal == Point{3, 0.5}));
        QCOMPARE(parts.decorations.size(), std::size_t{5});
        QVERIFY((parts.decorations[0].fill == Rgb{0xee, 0xee, 0xee}));
        QVERIFY((parts.decorations[1].outline == Outline{Outline::Kind::Ellipse, {{3, 1}, {0.5, 0.5}}}));
        QVERIFY(!parts.decorations[1].fill);
        QVERIFY(parts.decorations[2].outline.kind == Outline::Kind::Polygon);
        QVERIFY((parts.decorations[3].outline.points[1] == Point{2, 2})); // (100, 0) turned a quarter clockwise
        QCOMPARE(parts.decorations[4].text, std::string("EXIT"));
        QCOMPARE(parts.standing.size(), std::size_t{1});
        QCOMPARE(parts.standing[0].name, std::string("Pit"));
        QCOMPARE(parts.standing[0].capacity, 800u);
        QVERIFY((parts.standing[0].outline.points[1] == Point{4, 2}));

        const PlanImport again = importPretixPlan(exportPretixPlan(parts));
        QVERIFY2(again.parts, again.report.text().c_str());
        SeatPlanParts wanted = parts;
        wanted.decorations[3].outline.kind =
            Outline::Kind::Polygon; // pretix turns rectangles by an angle we do not keep
        QVERIFY(*again.parts == wanted);
        const QByteArray strict = exportPretixPlan(parts, PretixExtensions::LeaveOut);
        QVERIFY(!strict.contains("parterre"));
        QVERIFY(!importPretixPlan(strict).parts); // only drawings are left: nothing to sell
    }

    void flippedBytesNeverCrash()
    {
        const QByteArray text = planWithSeat(goodSeat);
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const char other : {'0', '"', '{', ']', ',', '-', 'e', '\xff', '\0'}) {
                QByteArray damaged = text;
                damaged[at] = other;
                const PlanImport import = importPretixPlan(damaged);
                QVERIFY(import.parts.has_value() == import.report.refused.empty());
            }
            QVERIFY(!importPretixPlan(text.left(at)).parts);
        }
    }
};

QTEST_GUILESS_MAIN(PretixPlanTest)
#include "pretix_plan_test.moc"
