// ControlStyle: what the style sheet cannot draw well: the boxes of check boxes and radio buttons, and who has the
// keyboard.
#pragma once

#include <QProxyStyle>

namespace parterre {

// Over Fusion, in the colours of the current scheme: Fusion's own boxes are lines of a darker window, which nobody sees
// on a dark one, and its focus is a coat of paint over the words.
class ControlStyle : public QProxyStyle
{
    Q_OBJECT
public:
    ControlStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
};

} // namespace parterre
