import { missingFromAddress } from '../../lib/applications/address';

describe('a postal address', () => {
  it.each([
    ['江苏省南京市鼓楼区中山北路 88 号', '江苏省', '南京市'],
    ['江苏南京鼓楼区中山北路 88 号', '江苏省', '南京市'],
    ['北京市海淀区北蜂窝中路 15 号', '北京市', '北京市'],
    ['新疆乌鲁木齐市天山区人民路 1 号', '新疆维吾尔自治区', '乌鲁木齐市'],
    ['内蒙古锡林郭勒盟锡林浩特市 1 号', '内蒙古自治区', '锡林郭勒盟'],
    ['香港九龙弥敦道 1 号', '香港特别行政区', '香港特别行政区'],
  ])('%s names its province and its city', (address, province, city) => {
    expect(missingFromAddress(address, province, city)).toEqual([]);
  });

  it.each([
    ['鼓楼区中山北路 88 号', '江苏省', '南京市', ['江苏省', '南京市']],
    ['江苏省鼓楼区中山北路 88 号', '江苏省', '南京市', ['南京市']],
    ['南京市鼓楼区中山北路 88 号', '江苏省', '南京市', ['江苏省']],
    ['海淀区北蜂窝中路 15 号', '北京市', '北京市', ['北京市']],
  ])('%s is missing something', (address, province, city, missing) => {
    expect(missingFromAddress(address, province, city)).toEqual(missing);
  });

  it('is not complained about before province and city are chosen', () => {
    expect(missingFromAddress('中山北路 88 号', '', '')).toEqual([]);
  });
});
