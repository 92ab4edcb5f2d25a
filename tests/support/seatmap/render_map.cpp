// render_map <folder>: pictures of the seat map at several zooms, light, dark and high contrast, to look at.
#include "tests/support/generated_plans.h"
#include "ui/common/money_text.h"
#include "ui/common/theme.h"
#include "ui/seatmap/seat_list_view.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace parterre;

namespace {

// A busy evening: sold in clumps, some of everything else. The same on every run.
std::vector<SeatView> busyEvening(const SeatPlan& plan, bool isOffline)
{
    std::vector<SeatView> views(plan.seatCount());
    std::uint32_t chance = 12345;
    for (std::uint32_t i = 0; i < views.size(); ++i) {
        chance = chance * 1664525 + 1013904223;
        const std::uint32_t draw = chance >> 20; // 0 … 4095
        SeatView& view = views[i];
        view.sellable = !isOffline;
        view.reserve = (i / 14) % 5 == 0;
        view.sellable = view.sellable || view.reserve;
        const bool clump = (i / 9) % 3 == 0;
        if (clump && draw < 3300)
            view.mark = SeatMark::Sold;
        else if (draw < 180)
            view.mark = SeatMark::Held;
        else if (draw < 300)
            view.mark = SeatMark::Reserved;
        else if (draw < 400)
            view.mark = SeatMark::Blocked;
        else if ((i / 30) % 11 == 4)
            view.mark = SeatMark::Elsewhere;
        if (view.mark != SeatMark::Free)
            view.reserve = view.sellable = false;
    }
    return views;
}

void shoot(SeatMapWidget& map, const QString& file)
{
    QApplication::processEvents();
    if (!map.grab().save(file))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
}

void render(const SeatPlanPtr& plan, const QString& name, QApplication& application, const QDir& folder, bool isOffline)
{
    SeatMapModel model(plan);
    std::vector<SeatView> views = busyEvening(*plan, isOffline);
    const std::uint32_t middle = plan->seatCount() / 5;
    for (std::uint32_t i = middle; i < middle + 4; ++i)
        views[i] = {SeatMark::Selected, false, true};
    model.setViews(views);
    for (std::uint16_t i = 0; i < plan->standing().size(); ++i)
        model.setStandingFree(StandingIndex{i}, 812);
    model.setPriceText([](PriceAreaIndex area) { return moneyText({4500 - 700 * area.value, {}}); });
    const std::pair<tokens::Scheme, const char*> schemes[] = {
        {tokens::Scheme::Light, "light"}, {tokens::Scheme::Dark, "dark"}, {tokens::Scheme::HighContrast, "contrast"}};
    for (const auto& [scheme, word] : schemes) {
        applyTheme(application, scheme);
        SeatMapWidget map;
        map.resize(1180, 760);
        map.setModel(&model);
        map.show();
        map.activateWindow();
        map.setFocus();
        const QString start = folder.filePath(name + QLatin1Char('-') + QLatin1String(word));
        map.fit();
        shoot(map, start + QStringLiteral("-1.png"));
        model.setFocusSeat(SeatIndex{middle + 6});
        map.showSeat(SeatIndex{middle + 6});
        shoot(map, start + QStringLiteral("-2.png"));
        for (int i = 0; i < 6; ++i)
            map.zoomIn();
        map.showSeat(SeatIndex{middle + 6});
        shoot(map, start + QStringLiteral("-3.png"));
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    render(test::theatre(), QStringLiteral("theatre"), application, folder, false);
    render(test::theatre(), QStringLiteral("theatre-offline"), application, folder, true);
    render(test::arena(12'000), QStringLiteral("arena"), application, folder, false);
    return 0;
}
