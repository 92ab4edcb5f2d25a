// The accessible interface: its name is the focus seat's text, so whoever reads the focused object reads the seat.
#include "ui/seatmap/seat_map_accessible.h"

#include "ui/seatmap/seat_map_widget.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace parterre {
namespace {

class SeatMapAccessible : public QAccessibleWidget
{
public:
    explicit SeatMapAccessible(SeatMapWidget* widget) : QAccessibleWidget(widget, QAccessible::Canvas) {}

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name:
        case QAccessible::Value:
            return focusSeatText();
        case QAccessible::Description:
            return SeatMapWidget::tr("Seat map. Arrow keys move, Enter picks, L opens the list of seats.");
        default:
            return QAccessibleWidget::text(kind);
        }
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }

    void doAction(const QString& name) override
    {
        if (name == pressAction())
            map()->activateFocusSeat();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    SeatMapWidget* map() const { return static_cast<SeatMapWidget*>(widget()); }
    QString focusSeatText() const
    {
        const SeatMapModel* model = map()->model();
        if (!model)
            return SeatMapWidget::tr("Seat map, no performance open");
        if (!model->focusSeat())
            return SeatMapWidget::tr("Seat map of %1").arg(QString::fromStdString(model->plan().name()));
        return model->seatText(*model->focusSeat());
    }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* widget = qobject_cast<SeatMapWidget*>(object);
    return widget ? new SeatMapAccessible(widget) : nullptr;
}

} // namespace

void installSeatMapAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

void announceFocusSeat(SeatMapWidget& widget)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent renamed(&widget, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    if (const SeatMapModel* model = widget.model(); model && model->focusSeat()) {
        QAccessibleValueChangeEvent changed(&widget, model->seatText(*model->focusSeat()));
        QAccessible::updateAccessibility(&changed);
    }
}

} // namespace parterre
