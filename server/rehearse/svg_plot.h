// Small plots as SVG text: lines over time, and bars. Colours and type come from the page's style.
#pragma once

#include <QString>

#include <vector>

namespace parterre::rehearsal {

struct PlotLine
{
    QString name;
    std::vector<double> values;
};

// `step`: seconds between values; `unit` of the values. `description` is read out in place of the picture.
QString linePlot(const QString& title, const QString& description, const QString& unit, double step,
                 const std::vector<PlotLine>& lines);

struct PlotBar
{
    QString name;
    double value = 0; // 0 … 1
    QString label;
};
QString barPlot(const QString& title, const QString& description, const std::vector<PlotBar>& bars);

// 1, 2 or 5 times a power of ten, not below `value`.
double roundedUp(double value);

} // namespace parterre::rehearsal
