// readable(): is what a widget says on the screen all there? Shared by the tests of looks.
#pragma once

#include "ui/common/brief.h"
#include "ui/common/elided_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

#include <vector>

namespace parterre::testing {

inline QString spokenName(QWidget* widget)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

inline QByteArray describe(const char* screen, const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const auto* label = qobject_cast<const QLabel*>(widget);
    const QString text = button ? button->text() : label ? label->text() : QString();
    return QStringLiteral("%1: %2 “%3” “%4” %5×%6, wants %7×%8")
        .arg(QLatin1String(screen), QLatin1String(widget->metaObject()->className()), widget->objectName(), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(widget->sizeHint().height())
        .toUtf8();
}

// No text of it is cut off.
inline bool isWhole(QWidget* widget)
{
    if (const auto* elided = qobject_cast<ElidedLabel*>(widget))
        return !elided->isElided();
    const auto* label = qobject_cast<QLabel*>(widget);
    if (label && label->wordWrap())
        return label->text().isEmpty() || label->height() >= label->heightForWidth(label->width());
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    if (label || button) {
        // Some have a shorter form for narrow windows: their least size is then their own.
        const bool hasBrief = widget->inherits("parterre::ReserveGauge") || dynamic_cast<BriefButton*>(widget) ||
                              dynamic_cast<BriefLabel*>(widget);
        const QSize least = hasBrief ? widget->minimumSizeHint() : widget->sizeHint();
        return widget->width() >= least.width() && widget->height() >= least.height() - 1;
    }
    return true;
}

// What Tab leads to.
inline std::vector<QWidget*> tabStops(const QWidget* window)
{
    std::vector<QWidget*> stops;
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus)
            stops.push_back(widget);
    return stops;
}

// Visible buttons that do not say which key presses them; those inside a field are left out.
inline std::vector<QAbstractButton*> buttonsWithoutKey(const QWidget* window)
{
    static const QRegularExpression key(QStringLiteral("(   |\n)\\S+$|Alt\\+\\d$|F10$"));
    std::vector<QAbstractButton*> silent;
    for (auto* button : window->findChildren<QAbstractButton*>())
        if (button->isVisible() && !qobject_cast<QLineEdit*>(button->parentWidget()) && !button->text().contains(key) &&
            !button->toolTip().contains(key))
            silent.push_back(button);
    return silent;
}

// The parts that ask for most room, to see who pushes.
inline QByteArray needsOf(const QWidget* window)
{
    QByteArray text;
    for (const QWidget* widget : window->findChildren<QWidget*>())
        if (const QSize least = widget->minimumSizeHint(); least.height() > 400 || least.width() > 400)
            text += QByteArray("; ") + widget->metaObject()->className() + ' ' + QByteArray::number(least.width()) +
                    'x' + QByteArray::number(least.height());
    return text;
}

} // namespace parterre::testing
